package io.focusgen.truth;

import org.jspecify.annotations.Nullable;

import io.focusgen.encode.JsonWriter;
import io.focusgen.estate.Company;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.OrganisationAttribute;
import io.focusgen.generate.Cells;
import io.focusgen.generate.TagText;
import io.focusgen.spec.organisation.TagKey;

/** A resource as one of its rows shows it, and how its tags compare with the truth. */
final class OwnedResource implements SheetColumn.RowLine {

    private final Cells cells;
    private final TagState state;
    private final @Nullable String wrong;
    private final @Nullable String missing;

    /** @param cells of a row of it; read now and later */
    OwnedResource(Cells cells, Company company) {
        this.cells = cells;
        String tags = cells.get(FocusColumn.TAGS);
        JsonWriter others = new JsonWriter().beginObject();
        JsonWriter absent = new JsonWriter().beginObject();
        int right = 0;
        int othersThere = 0;
        int absentThere = 0;
        for (TagKey kind : TagKey.values()) {
            String key = company.tagKey(kind);
            String truth = cells.organisation(OrganisationAttribute.valueOf(kind.name()));
            if (key != null && truth != null) {
                String value = company.tagValue(truth);
                String said = tags == null ? null : TagText.value(tags, key);
                if (said == null) {
                    absent.name(key).text(value);
                    absentThere++;
                } else if (said.equals(value)) {
                    right++;
                } else {
                    others.name(key).text(value);
                    othersThere++;
                }
            }
        }
        wrong = othersThere == 0 ? null : others.endObject().toString();
        missing = absentThere == 0 ? null : absent.endObject().toString();
        state = othersThere > 0
                ? TagState.WRONG
                : absentThere == 0 ? TagState.RIGHT : right > 0 ? TagState.INCOMPLETE : TagState.NONE;
    }

    @Override
    public Cells cells() {
        return cells;
    }

    TagState state() {
        return state;
    }

    /** The truth under each key that says something else, as a JSON object; null where none does. */
    @Nullable
    String wrong() {
        return wrong;
    }

    /** The truth under each key that is not there; null where all are. */
    @Nullable
    String missing() {
        return missing;
    }
}
