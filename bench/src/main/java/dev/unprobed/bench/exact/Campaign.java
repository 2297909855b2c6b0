package dev.unprobed.bench.exact;

import dev.unprobed.bench.exact.Comparer.Report;
import dev.unprobed.bench.exact.Result.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does many jobs, several at a time, and skips those whose result is known. */
record Campaign(Comparer comparer, Journal journal, Progress progress) {

  /** The results of all jobs, in their order. */
  List<Result> run(List<Job> jobs, int workers) throws InterruptedException {
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      List<Future<Result>> futures = new ArrayList<>();
      for (Job job : jobs) {
        futures.add(pool.submit(() -> known(job)));
      }
      List<Result> results = new ArrayList<>();
      for (Future<Result> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private Result known(Job job) throws IOException {
    Result result = journal.known(job).orElse(null);
    if (result == null) {
      result = fresh(job);
      journal.add(job, result);
    }
    progress.count(result);
    return result;
  }

  /** A failure is a result too: the others go on. */
  private Result fresh(Job job) {
    try {
      Report report = comparer.compare(job);
      progress.print(report.text());
      return report.result();
    } catch (IOException | RuntimeException e) {
      progress.print("%s: %s%n".formatted(job.id(), e));
      return new Result(job.id(), Verdict.FAILED, 0, 0);
    }
  }
}
