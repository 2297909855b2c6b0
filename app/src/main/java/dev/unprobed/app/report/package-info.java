/**
 * The report on platforms: which drivers a platform's option turns on, how, and whether one can
 * turn them off or make them modules in one configuration.
 *
 * <p>A {@link dev.unprobed.app.report.Platform} is a name and a symbol, such as ARCH_EXYNOS. {@link
 * dev.unprobed.app.report.Reach} finds the symbols that this symbol turns on, each with its {@link
 * dev.unprobed.app.report.Way ways}: the lines of Kconfig by which it is reached. It compares two
 * evaluations, one as the configuration has it and one with the platform switched off, so that a
 * default counts that holds only thanks to the platform. {@link dev.unprobed.app.report.Survey}
 * then asks of each driver why it has its value and what comes of n, m and y, and puts that into
 * records of readable text, which {@link dev.unprobed.app.report.ReportText} and {@link
 * dev.unprobed.app.report.ReportJson} show, and the page of {@code page}.
 *
 * <pre>{@code
 * Survey survey = new Survey(new Subject("arm64", "defconfig", ...), evaluation);
 * Section section = survey.of(new Platform("Exynos", "ARCH_EXYNOS"));
 * section.drivers().getFirst().wishes();   // n: stays y; m: stays y; y: accepted
 * }</pre>
 *
 * <p>All of it is about one configuration. It shows what happens, and proves nothing about others.
 */
@NullMarked
package dev.unprobed.app.report;

import org.jspecify.annotations.NullMarked;
