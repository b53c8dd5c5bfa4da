package io.focusgen.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;

class AwaitedAnswersTest {

    private final AwaitedAnswers awaited = new AwaitedAnswers();
    private final AtomicReference<UniEmitter<? super String>> answer = new AtomicReference<>();
    private final Uni<String> call = awaited
            .counting(Uni.createFrom().<String>emitter(answer::set));

    private UniAssertSubscriber<String> ask() {
        UniAssertSubscriber<String> asks = call.subscribe().withSubscriber(UniAssertSubscriber.create());
        assertThat(awaited.any()).isTrue();
        return asks;
    }

    @Test
    void nothingIsAwaitedBeforeSomebodyAsks() {
        assertThat(awaited.any()).isFalse();
    }

    @Test
    void anAnswerEndsIt() {
        UniAssertSubscriber<String> asks = ask();
        answer.get().complete("here");
        asks.assertCompleted().assertItem("here");
        assertThat(awaited.any()).isFalse();
    }

    @Test
    void aFailureEndsIt() {
        UniAssertSubscriber<String> asks = ask();
        answer.get().fail(new IllegalStateException());
        asks.assertFailed();
        assertThat(awaited.any()).isFalse();
    }

    @Test
    void eachCallIsCountedOnceHoweverItEnds() {
        UniAssertSubscriber<String> asks = ask();
        answer.get().complete("here");
        asks.cancel();
        assertThat(awaited.any()).isFalse();

        ask().cancel();
        assertThat(awaited.any()).isFalse();
        UniAssertSubscriber<String> first = ask();
        ask().cancel();
        assertThat(awaited.any()).as("the first one waits still").isTrue();
        first.cancel();
        assertThat(awaited.any()).isFalse();
    }
}
