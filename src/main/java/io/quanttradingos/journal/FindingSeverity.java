package io.quanttradingos.journal;

/** How much a finding matters. */
public enum FindingSeverity {
    /** It decides whether to go on trading like this. */
    HIGH,
    /** It costs money or hides risk. */
    MEDIUM,
    /** It is worth knowing. */
    LOW
}
