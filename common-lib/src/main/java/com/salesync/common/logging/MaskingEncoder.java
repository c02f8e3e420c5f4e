package com.salesync.common.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;

/** Masks a line as it is about to be written: message, context and stack trace, in any format. */
final class MaskingEncoder extends EncoderBase<ILoggingEvent> {

  private final Encoder<ILoggingEvent> format;

  MaskingEncoder(Encoder<ILoggingEvent> format) {
    this.format = format;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    String line = new String(format.encode(event), StandardCharsets.UTF_8);
    return Masking.mask(line).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] headerBytes() {
    return format.headerBytes();
  }

  @Override
  public byte[] footerBytes() {
    return format.footerBytes();
  }
}
