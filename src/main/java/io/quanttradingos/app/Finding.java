package io.quanttradingos.app;

import io.quanttradingos.failure.Refusal;
import java.util.concurrent.Callable;

/**
 * What one check of the doctor found.
 *
 * @param check what was looked at
 * @param status whether the product can run with it
 * @param detail a sentence, with what to do where something is to be done
 */
record Finding(String check, Status status, String detail) {
    /** How bad it is. */
    enum Status {
        OK,
        /** The product runs, but not as its user may think. */
        WARN,
        /** A command or the service will refuse to run. */
        FAIL
    }

    static Finding ok(String check, String detail) {
        return new Finding(check, Status.OK, detail);
    }

    static Finding warn(String check, String detail) {
        return new Finding(check, Status.WARN, detail);
    }

    static Finding fail(String check, String detail) {
        return new Finding(check, Status.FAIL, detail);
    }

    /** What a check finds, a failure where it does not come to an end. */
    static Finding of(String check, Callable<Finding> looking) {
        try {
            return looking.call();
        } catch (Refusal refusal) {
            return fail(check, refusal.detail());
        } catch (Exception e) {
            return fail(check, FailureText.of(e));
        }
    }
}
