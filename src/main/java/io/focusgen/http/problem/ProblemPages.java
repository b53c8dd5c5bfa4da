package io.focusgen.http.problem;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import io.focusgen.spec.Spelling;

/** The pages that the type of a problem links to. */
@Path("/problems")
public class ProblemPages {

    /** All types. */
    @GET
    public Response list() {
        return page("Problems",
                ProblemType.all().stream().map(type -> "<li><a href=\"" + type.path() + "\">" + type.label()
                        + "</a> (" + type.status() + "): " + type.title() + "</li>\n")
                        .collect(Collectors.joining("", "<ul>\n", "</ul>\n")));
    }

    /** What one type means and what to do. */
    @GET
    @Path("{name}")
    public Response about(@PathParam("name") String name) {
        ProblemType type = named(name);
        return page(type.title(),
                "<p>HTTP status " + type.status() + "</p>\n<p>" + type.meaning() + "</p>\n<p>" + type.remedy()
                        + "</p>\n<p><a href=\"/problems\">All problems</a></p>\n");
    }

    /**
     * The type that a path names.
     *
     * @throws ProblemException where there is none
     */
    public static ProblemType named(String name) {
        return ProblemType.byLabel(name).orElseThrow(() -> unknown(name));
    }

    private static ProblemException unknown(String name) {
        List<String> labels = ProblemType.all().stream().map(ProblemType::label).toList();
        return new ProblemException(new Failure.Unknown(ProblemType.UNKNOWN_PATH,
                "There is no such problem; all of them are listed at /problems.", labels,
                Spelling.nearest(name, labels).orElse(null)));
    }

    /** Nothing that a client sent is ever in a page, so nothing needs escaping. */
    private static Response page(String title, String body) {
        return Response.ok("<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>" + title
                + "</title></head>\n<body>\n<h1>" + title + "</h1>\n" + body + "</body>\n</html>\n")
                .header("Content-Type", "text/html; charset=utf-8")
                .header("Cache-Control", "public, max-age=3600").build();
    }
}
