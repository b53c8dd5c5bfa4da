package io.focusgen.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A Dockerfile as a list of its instructions.
 *
 * @param instructions in order, without comments, those of several lines joined
 */
record Dockerfile(List<Instruction> instructions) {

    /**
     * One instruction.
     *
     * @param name in capitals, such as FROM
     * @param text what follows it on one line, with single blanks
     */
    record Instruction(String name, String text) {
    }

    Dockerfile {
        instructions = List.copyOf(instructions);
    }

    /** Reads the text of a file. */
    static Dockerfile parse(String text) {
        List<Instruction> instructions = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        for (String line : text.lines().map(String::strip).filter(line -> !line.startsWith("#")).toList()) {
            boolean goesOn = line.endsWith("\\");
            joined.append(goesOn ? line.substring(0, line.length() - 1).strip() : line).append(' ');
            if (!goesOn && !joined.toString().isBlank()) {
                String[] words = joined.toString().strip().split(" ", 2);
                instructions.add(new Instruction(words[0].toUpperCase(Locale.ROOT), words.length == 1 ? "" : words[1]));
            }
            if (!goesOn) {
                joined.setLength(0);
            }
        }
        return new Dockerfile(instructions);
    }

    /** The texts of all instructions of a name, in order. */
    List<String> all(String name) {
        return texts(instructions, name).toList();
    }

    /** The instructions of the last stage, which become the image. */
    Dockerfile image() {
        int from = 0;
        for (int i = 0; i < instructions.size(); i++) {
            if (instructions.get(i).name().equals("FROM")) {
                from = i;
            }
        }
        return new Dockerfile(instructions.subList(from, instructions.size()));
    }

    /** The text of the last instruction of a name, which is the one that holds; empty where there is none. */
    String last(String name) {
        return texts(instructions, name).reduce("", (before, text) -> text);
    }

    private static Stream<String> texts(List<Instruction> instructions, String name) {
        return instructions.stream().filter(instruction -> instruction.name().equals(name)).map(Instruction::text);
    }
}
