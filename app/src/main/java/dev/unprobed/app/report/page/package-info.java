/**
 * The whole report: rules, boards, bytes and what can be given back, as one page, as JSON, and in a
 * screen of text.
 *
 * <p>{@link dev.unprobed.app.report.page.Findings} holds what was found out. {@link
 * dev.unprobed.app.report.page.PageData} lays it out for the page: a column for each property
 * instead of an object for each thing, texts once, small numbers as bits in base64, so that
 * hundreds of boards fit into a file that one can mail. The page itself is written in TypeScript
 * (web/ at the root); what is bundled from it lies beside this package's classes.
 */
@NullMarked
package dev.unprobed.app.report.page;

import org.jspecify.annotations.NullMarked;
