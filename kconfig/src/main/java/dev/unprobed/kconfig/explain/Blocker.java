package dev.unprobed.kconfig.explain;

/** A line that is not high enough, and just the part of it that is to blame. */
public record Blocker(Clause clause, Need need) {}
