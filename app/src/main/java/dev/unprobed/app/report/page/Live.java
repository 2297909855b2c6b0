package dev.unprobed.app.report.page;

/**
 * What a served page can ask of its server.
 *
 * @param kconfig whether there are sources, so that symbols can be asked about and set
 * @param configuration what people call the one that symbols have their values by; empty without
 * @param arch whose rules a change is held against; empty without
 */
public record Live(boolean kconfig, String configuration, String arch) {}
