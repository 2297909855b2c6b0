package dev.unprobed.app.fromdtb;

import java.util.List;

/**
 * Who could drive a node.
 *
 * @param by the compatible that they were found by; empty when there are none
 * @param providers in the order of linking; several kinds may be needed together
 * @param mentioned where there are none: units that look for one of its compatibles in other ways
 */
public record Need(BoardNode node, String by, List<Provider> providers, List<String> mentioned) {}
