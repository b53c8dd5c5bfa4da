package io.focusgen.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.focusgen.attack.BadInputs.BadInput;
import io.focusgen.spec.Parameter;
import io.focusgen.testing.FakeEngine;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Thousands of wrong requests: each is told what is wrong with which parameter, and nothing is planned for it. */
@QuarkusTest
@TestProfile(FakeEngine.Profile.class)
@Timeout(300)
class BadInputsTest {

    @TestHTTPResource("/")
    URI service;

    @Inject
    FakeEngine engine;

    @Test
    void everyOneIsRefusedWithAReason() throws Exception {
        List<BadInput> all = BadInputs.all();
        assertThat(all).hasSizeGreaterThanOrEqualTo(2_000);
        assertThat(all).extracting(BadInput::name).doesNotHaveDuplicates();
        Door door = Door.of(service, false);
        engine.opened.set(0);
        List<String> wrong = new ArrayList<>();

        Wire wire = door.open();
        for (BadInput bad : all) {
            try {
                Abuse.require(bad.run(door, wire) == Outcome.REFUSED, "refused for what it is", "turned away");
            } catch (AssertionError failed) {
                wrong.add(bad + ": " + failed.getMessage());
                wire.close();
                wire = door.open();
            }
        }
        wire.close();

        assertThat(wrong).isEmpty();
        assertThat(engine.opened).hasValue(0);
    }

    @Test
    void whatIsRightStaysRightInAnyCase() throws Exception {
        Door door = Door.of(service, false);
        int tried = 0;
        try (Wire wire = door.open()) {
            for (Parameter parameter : Parameter.values()) {
                for (String choice : parameter.type().choices()) {
                    int status = status(door, wire, parameter, choice);
                    for (String other : List.of(choice.toUpperCase(Locale.ROOT), choice.replace('-', '_'),
                            choice.replace('-', ' '), choice.replace("-", ""))) {
                        assertThat(status(door, wire, parameter, other)).as(parameter.label() + "=" + other)
                                .isEqualTo(status);
                        tried++;
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(200);
    }

    private static int status(Door door, Wire wire, Parameter parameter, String value) throws Exception {
        String query = parameter.label() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        return wire.send(door.request("HEAD", "/api/v1/cost-and-usage.csv?" + query)).reply(true).status();
    }
}
