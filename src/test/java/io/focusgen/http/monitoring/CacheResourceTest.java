package io.focusgen.http.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.focusgen.guard.Caller;
import io.focusgen.guard.Scope;
import io.focusgen.http.problem.ProblemException;
import io.focusgen.http.problem.ProblemType;

class CacheResourceTest {

    private static Caller with(Scope... scopes) {
        return new Caller(Caller.Kind.KEY, "key:x", Set.of(scopes), Optional.empty());
    }

    @Test
    void onlyAnAdministratorMayEmptyIt() {
        assertThatCode(() -> CacheResource.requireAdmin(with(Scope.ADMIN))).doesNotThrowAnyException();
        assertThatThrownBy(() -> CacheResource.requireAdmin(with(Scope.GENERATE, Scope.VALIDATE)))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.failure().type()).isEqualTo(ProblemType.FORBIDDEN);
                    assertThat(refused.failure().detail()).contains("admin");
                });
    }
}
