package dev.unprobed.bench.speed;

/**
 * What a process took.
 *
 * @param wall seconds from its start to its end
 * @param cpu seconds of it and of those that it started, or NaN if that could not be measured
 * @param memory the most that one of these processes had in memory, in MiB, or NaN
 */
public record Cost(double wall, double cpu, double memory) {}
