package dev.unprobed.app.merge;

/** A request that takes the place of another one with another value. */
public record Redefinition(Request before, Request now) {}
