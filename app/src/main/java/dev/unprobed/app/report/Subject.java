package dev.unprobed.app.report;

/**
 * The configuration that is looked at.
 *
 * @param arch as in {@code make ARCH=}
 * @param config what people call the configuration, such as {@code multi_v7_defconfig}
 * @param compiler what answered the questions to the compiler, such as {@code
 *     aarch64-linux-gnu-gcc}
 */
public record Subject(String arch, String config, String compiler) {}
