package io.quanttradingos.marketdata;

import io.quanttradingos.failure.InputProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The problems of one file, at most {@value #MOST} of them: a file of the wrong kind has one in every cell. */
final class Problems {
    static final int MOST = 50;

    private final String source;
    private final List<InputProblem> found = new ArrayList<>();

    Problems(String source) {
        this.source = source;
    }

    void add(@Nullable Integer line, @Nullable String column, String message) {
        if (found.size() < MOST) {
            found.add(new InputProblem(source, line, column, message));
        } else if (found.size() == MOST) {
            found.add(new InputProblem(source, null, null, "has more problems than the " + MOST + " listed"));
        }
    }

    void addForFile(String message) {
        add(null, null, message);
    }

    boolean none() {
        return found.isEmpty();
    }

    /** Whether reading on could not tell anything more. */
    boolean full() {
        return found.size() > MOST;
    }

    List<InputProblem> list() {
        return found;
    }
}
