package dev.unprobed.app.fromdtb;

import java.util.Map;

/**
 * A provider that has been chosen, and what it asks of the configuration.
 *
 * @param values of symbols, with which it is built
 * @param before whether the configuration that we start from builds it already
 */
public record Driven(Provider provider, Map<String, String> values, boolean before) {}
