package io.quanttradingos.pipeline;

/** A result that tells how much room it takes, for the {@link StageCache} that keeps it. */
public interface Weighed {
    /** About how many bytes of memory it holds on to. */
    long bytes();
}
