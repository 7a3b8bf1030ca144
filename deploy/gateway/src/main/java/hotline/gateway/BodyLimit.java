package hotline.gateway;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A body of unknown length that fails once it is longer than allowed. */
final class BodyLimit implements ReadStream<Buffer> {

  private final ReadStream<Buffer> body;
  private final long limit;
  private long seen;
  private boolean exceeded;
  private Handler<Throwable> onFailure = failure -> {};

  BodyLimit(ReadStream<Buffer> body, long limit) {
    this.body = body;
    this.limit = limit;
  }

  @Override
  public ReadStream<Buffer> handler(Handler<Buffer> handler) {
    body.handler(handler == null ? null : chunk -> pass(chunk, handler));
    return this;
  }

  private void pass(Buffer chunk, Handler<Buffer> handler) {
    if (exceeded) {
      return;
    }
    seen += chunk.length();
    if (seen > limit) {
      exceeded = true;
      onFailure.handle(new IllegalStateException("longer than " + limit + " bytes"));
      return;
    }
    handler.handle(chunk);
  }

  @Override
  public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
    onFailure = handler == null ? failure -> {} : handler;
    body.exceptionHandler(handler);
    return this;
  }

  @Override
  public ReadStream<Buffer> pause() {
    body.pause();
    return this;
  }

  @Override
  public ReadStream<Buffer> resume() {
    body.resume();
    return this;
  }

  @Override
  public ReadStream<Buffer> fetch(long amount) {
    body.fetch(amount);
    return this;
  }

  @Override
  public ReadStream<Buffer> endHandler(Handler<Void> handler) {
    body.endHandler(handler);
    return this;
  }

  /** Whether the body was longer than allowed. */
  boolean exceeded() {
    return exceeded;
  }
}
