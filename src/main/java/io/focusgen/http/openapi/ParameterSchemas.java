package io.focusgen.http.openapi;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.Style;

import io.focusgen.bundle.BundleParameter;
import io.focusgen.bundle.BundleReader;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.Documented;
import io.focusgen.spec.PreviewReader;
import io.focusgen.spec.RefusedException;

/** The parameter table as schemas: for a query string, where all is text, and for a JSON body. */
final class ParameterSchemas {

    private static final String LIST = "list";
    private static final String DOCUMENT = "document";

    /** Numbers for all, or for each of some. */
    private static final String DECIMALS = "decimals";

    /** What may stand in JSON without quotes and means the same. */
    private static final Pattern JSON_NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,6})?");

    /** Any will do to see whether a text is a value. */
    private static final Defaults ANY = new Defaults(YearMonth.of(2026, 1), () -> 0);

    private ParameterSchemas() {
    }

    /**
     * The parameter as it stands in a query string. Its default and example are told in words only: the page to try the
     * service fills such values in, and sends them all.
     */
    static org.eclipse.microprofile.openapi.models.parameters.Parameter query(Documented parameter) {
        var query = OASFactory.createParameter().name(parameter.label()).in(In.QUERY).required(false)
                .description(description(parameter)).schema(value(parameter));
        if (isList(parameter)) {
            query.style(Style.FORM).explode(false);
        }
        return query;
    }

    /** The member of a body. */
    static Schema member(Documented parameter) {
        Schema schema = value(parameter).description(description(parameter)).addExample(example(parameter));
        defaultValue(parameter).ifPresent(text -> schema.setDefaultValue(json(parameter, text)));
        if (isList(parameter)) {
            schema.addType(SchemaType.STRING);
        }
        if (parameter.type().word().equals(DOCUMENT) || parameter.type().word().equals(DECIMALS)) {
            schema.addType(SchemaType.OBJECT);
        }
        return schema;
    }

    private static Schema value(Documented parameter) {
        Schema schema = OASFactory.createSchema();
        Schema single = isList(parameter) ? OASFactory.createSchema() : schema;
        types(parameter).forEach(single::addType);
        if (!parameter.type().choices().isEmpty()) {
            single.setEnumeration(new ArrayList<>(parameter.type().choices()));
        }
        if (isList(parameter)) {
            schema.addType(SchemaType.ARRAY).setItems(single);
        }
        return schema;
    }

    /** A number may be written as text too: 10k, 1e6, random. */
    private static List<SchemaType> types(Documented parameter) {
        return switch (parameter.type().word()) {
            case "whole number" -> List.of(SchemaType.INTEGER, SchemaType.STRING);
            case "decimal", DECIMALS -> List.of(SchemaType.NUMBER, SchemaType.STRING);
            default -> List.of(SchemaType.STRING);
        };
    }

    static Object example(Documented parameter) {
        return json(parameter, parameter.example());
    }

    private static Object json(Documented parameter, String text) {
        if (isList(parameter)) {
            return Stream.of(text.split(",")).map(item -> single(parameter, item)).toList();
        }
        return single(parameter, text);
    }

    private static Object single(Documented parameter, String text) {
        boolean number = types(parameter).size() > 1 && JSON_NUMBER.matcher(text).matches();
        return number ? new BigDecimal(text) : text;
    }

    /** The table's default, where it is a value and not what it depends on. */
    private static Optional<String> defaultValue(Documented parameter) {
        try {
            Map<String, List<String>> raw = Map.of(parameter.label(), List.of(parameter.defaultValue()));
            if (parameter instanceof BundleParameter) {
                BundleReader.read(raw, ANY);
            } else {
                PreviewReader.read(raw, ANY);
            }
            return Optional.of(parameter.defaultValue());
        } catch (RefusedException words) {
            return Optional.empty();
        }
    }

    private static String description(Documented parameter) {
        return parameter.help() + "\n\nAllowed: " + parameter.type().allowed() + ". Default: "
                + parameter.defaultValue() + ". Example: `" + parameter.label() + "=" + parameter.example() + "`";
    }

    private static boolean isList(Documented parameter) {
        return parameter.type().word().equals(LIST) || parameter.type().word().equals(DECIMALS);
    }
}
