package io.quanttradingos.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that cannot be served, with one sentence a stranger can act on.
 *
 * <p>Not a bug: thrown on purpose, costs no stack trace, and translated at each door (HTTP status, exit code,
 * problems file). The detail never holds a path of the server, a key or an upstream address.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why; each door has its own code for it. */
    public enum Kind {
        /** Malformed or out of range: the sender must change the input. */
        INVALID_INPUT,
        /** Well formed, but cannot be used, such as too little history. */
        NOT_USABLE,
        /** A named file, run or path does not exist. */
        NOT_FOUND,
        /** Larger than the configured bound. */
        TOO_LARGE,
        /** An upstream's key is not configured. */
        KEY_MISSING,
        /** An upstream answered with a failure or could not be reached. */
        UPSTREAM_FAILED,
        /** An upstream did not answer in time. */
        UPSTREAM_TIMED_OUT,
        /** The service is at its bound; the same request may succeed later. */
        OVERLOADED
    }

    private final Kind kind;
    private final transient List<InputProblem> problems;

    public Refusal(Kind kind, String detail, List<InputProblem> problems, @Nullable Throwable cause) {
        super(detail, cause, false, false);
        this.kind = kind;
        this.problems = List.copyOf(problems);
    }

    /** An invalid input in one sentence, not tied to a position. */
    public static Refusal invalid(String detail) {
        return new Refusal(Kind.INVALID_INPUT, detail, List.of(), null);
    }

    /** An invalid input; the first problem is the sentence, all of them are listed. */
    public static Refusal invalid(List<InputProblem> problems) {
        return new Refusal(Kind.INVALID_INPUT, sentence(problems), problems, null);
    }

    /** An understood input that cannot be used. */
    public static Refusal notUsable(String detail) {
        return new Refusal(Kind.NOT_USABLE, detail, List.of(), null);
    }

    /** An understood input that cannot be used; the first problem is the sentence. */
    public static Refusal notUsable(List<InputProblem> problems) {
        return new Refusal(Kind.NOT_USABLE, sentence(problems), problems, null);
    }

    /** A name that stands for nothing here. */
    public static Refusal notFound(String detail) {
        return new Refusal(Kind.NOT_FOUND, detail, List.of(), null);
    }

    /** The same, with the field of the request that it is about listed, where no place is listed yet. */
    public Refusal about(String field) {
        return problems.isEmpty()
                ? new Refusal(kind, detail(), List.of(new InputProblem("request", null, field, detail())), getCause())
                : this;
    }

    private static String sentence(List<InputProblem> problems) {
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a refusal for problems needs at least one");
        }
        String first = problems.get(0).toString();
        return problems.size() == 1 ? first : first + " (and " + (problems.size() - 1) + " more)";
    }

    public Kind kind() {
        return kind;
    }

    /** Whether the sender can do something about it, other than coming again later. */
    public boolean isTheSenders() {
        return switch (kind) {
            case INVALID_INPUT, NOT_FOUND, TOO_LARGE, NOT_USABLE, KEY_MISSING -> true;
            case UPSTREAM_FAILED, UPSTREAM_TIMED_OUT, OVERLOADED -> false;
        };
    }

    /** The sentence for the sender. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** Where the input is wrong; empty where the sentence says all. */
    public List<InputProblem> problems() {
        return problems;
    }
}
