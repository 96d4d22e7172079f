package io.quanttradingos.camel;

/** Told what happens at the doors; what it does changes nothing there. */
public interface DoorWatch {
    /** Looks at nothing. */
    DoorWatch NONE = new DoorWatch() {};

    /** A request was answered, by a route or by the door itself. */
    default void answered(int status) {}

    /** A dropped file was taken, on the thread that works on it from now on. */
    default void claimed(String claim) {}

    /** A dropped file is done with: answered, or rejected. */
    default void dropped(boolean answered) {}

    /** A scheduled run has ended, with a decision or without. */
    default void ticked(boolean decided) {}

    /** Scheduled runs did not happen. */
    default void missed(long runs) {}
}
