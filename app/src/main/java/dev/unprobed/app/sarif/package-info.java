/**
 * Results for tools of code review, in SARIF 2.1.0 (OASIS Standard, Static Analysis Results
 * Interchange Format): {@link dev.unprobed.app.sarif.SarifLog} writes one run of ours. Knows
 * nothing of Kconfig.
 */
@NullMarked
package dev.unprobed.app.sarif;

import org.jspecify.annotations.NullMarked;
