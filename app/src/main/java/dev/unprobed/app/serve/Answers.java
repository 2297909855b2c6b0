package dev.unprobed.app.serve;

import java.util.List;

/**
 * What one may ask of a kernel. All answers are JSON. Called by one thread at a time, one with a
 * deep stack.
 */
public interface Answers {
  /** Which kernel this is, and the names of its boards. */
  String overview();

  /**
   * What a board needs.
   *
   * @throws NoAnswer when there is no such board
   */
  String board(String name) throws NoAnswer;

  /**
   * Why a driver is needed on a board, or dead weight there.
   *
   * @param driver bus/driver
   * @throws NoAnswer when there is no such board or driver
   */
  String driver(String board, String driver) throws NoAnswer;

  /**
   * What serves the nodes of a board with a compatible, or what is missing for them.
   *
   * @throws NoAnswer when there is no such board, or no such node on it
   */
  String node(String board, String compatible) throws NoAnswer;

  /**
   * Why a symbol has its value.
   *
   * @param symbol of letters, digits and underscores
   * @throws NoAnswer when there is no such symbol
   */
  String why(String symbol) throws NoAnswer;

  /**
   * The fewest changes after which symbols have other values, and what comes of them.
   *
   * @param wishes each such as {@code PCI=m}
   * @param board for which drivers and bytes are told; empty for none
   * @throws NoAnswer when there is no such symbol or board
   */
  String set(List<String> wishes, String board) throws NoAnswer;

  /** There is nothing of that name. */
  final class NoAnswer extends Exception {
    /**
     * Says why.
     *
     * @param message a text of ours, without anything of the question in it
     */
    public NoAnswer(String message) {
      super(message);
    }
  }
}
