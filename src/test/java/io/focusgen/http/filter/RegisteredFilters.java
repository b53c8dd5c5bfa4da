package io.focusgen.http.filter;

import java.util.Comparator;
import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.filters.Filter;
import io.quarkus.vertx.http.runtime.filters.Filters;

/** Sees which filters all others have registered. */
@Singleton
public class RegisteredFilters {

    private List<Integer> priorities = List.of();

    void look(@Observes @Priority(Integer.MAX_VALUE) Filters filters) {
        priorities = filters.getFilters().stream().map(Filter::getPriority).sorted(Comparator.reverseOrder()).toList();
    }

    /** In the order in which a request meets them. */
    public List<Integer> priorities() {
        return priorities;
    }
}
