package io.quanttradingos.app;

import io.quanttradingos.failure.Refusal;
import java.util.concurrent.Callable;

/**
 * What one check of the doctor found.
 *
 * @param check what was looked at
 * @param status whether the product can run with it
 * @param detail a sentence, with what to do where something is to be done
 * @param exitCode 0 where the product can run; 1 where what it was given must be put right; 2 where a file, the disk or the
 *     machine has failed
 */
record Finding(String check, Status status, String detail, int exitCode) {
    /** How bad it is. */
    enum Status {
        OK,
        /** The product runs, but not as its user may think. */
        WARN,
        /** A command or the service will refuse to run. */
        FAIL
    }

    static Finding ok(String check, String detail) {
        return new Finding(check, Status.OK, detail, 0);
    }

    static Finding warn(String check, String detail) {
        return new Finding(check, Status.WARN, detail, 0);
    }

    static Finding fail(String check, String detail) {
        return new Finding(check, Status.FAIL, detail, Qtos.BAD_INPUT);
    }

    static Finding broken(String check, String detail) {
        return new Finding(check, Status.FAIL, detail, Qtos.FAILED);
    }

    /** What a check finds, a failure where it does not come to an end. */
    static Finding of(String check, Callable<Finding> looking) {
        try {
            return looking.call();
        } catch (Refusal refusal) {
            return fail(check, refusal.detail());
        } catch (Exception e) {
            return broken(check, FailureText.of(e) + ".");
        }
    }
}
