/** Tests of the whole report. */
@NullMarked
package dev.unprobed.app.report.page;

import org.jspecify.annotations.NullMarked;
