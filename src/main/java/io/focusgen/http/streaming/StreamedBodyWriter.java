package io.focusgen.http.streaming;

import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

import io.focusgen.http.problem.FaultObserver;
import io.focusgen.stream.Streams;
import io.vertx.ext.web.RoutingContext;

/** Writes a {@link StreamedBody} straight to the Vert.x response. */
@Provider
@Produces(MediaType.WILDCARD)
public class StreamedBodyWriter implements ServerMessageBodyWriter<StreamedBody> {

    /** Looked up per answer: writers are made while the application is built, before there is a configuration. */
    private final Instance<Streams> streams;
    private final Instance<StreamOutcomes> observers;
    private final Instance<StreamSteps> steps;
    private final Instance<FaultObserver> faults;
    private final Instance<Ending> ending;

    @Inject
    public StreamedBodyWriter(Instance<Streams> streams, @Any Instance<StreamOutcomes> observers,
            @Any Instance<StreamSteps> steps, @Any Instance<FaultObserver> faults, Instance<Ending> ending) {
        this.streams = streams;
        this.observers = observers;
        this.steps = steps;
        this.faults = faults;
        this.ending = ending;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, ResteasyReactiveResourceInfo target,
            MediaType mediaType) {
        return type == StreamedBody.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == StreamedBody.class;
    }

    @Override
    public void writeResponse(StreamedBody body, Type genericType, ServerRequestContext context) {
        ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
        request.suspend();
        RoutingContext exchange = request.unwrap(RoutingContext.class);
        new StreamingWriter(exchange, new RestRequest(request), streams.get().settings().stallTimeout(),
                observers.stream().toList(), steps.stream().toList(), faults.stream().toList(), ending.get())
                .write(body);
    }

    /** Only asked for where a writer interceptor wants to wrap the output, which cannot be had without blocking. */
    @Override
    public void writeTo(StreamedBody body, Class<?> type, Type genericType, Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> httpHeaders, OutputStream entityStream) {
        throw new IllegalStateException("a streamed body goes straight to the connection, no interceptor can wrap it");
    }

    /** The suspended request, which has to be told how it went on. */
    private record RestRequest(ResteasyReactiveRequestContext request) implements StreamingWriter.Suspended {

        @Override
        public void answerFailure(Throwable failure) {
            request.resume(failure, true);
        }

        @Override
        public void finish() {
            request.resume();
        }
    }
}
