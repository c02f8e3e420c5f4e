package com.salesync.store.signing.web;

import com.salesync.common.problem.Messages;
import com.salesync.store.signing.KeyRing;
import com.salesync.store.signing.RotateKeys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Keys")
class KeysController {

  private final KeyRing keyRing;
  private final RotateKeys rotateKeys;
  private final Messages messages;

  KeysController(KeyRing keyRing, RotateKeys rotateKeys, Messages messages) {
    this.keyRing = keyRing;
    this.rotateKeys = rotateKeys;
    this.messages = messages;
  }

  @GetMapping("/.well-known/jwks.json")
  @Operation(summary = "Public keys of all store tokens in circulation (RFC 7517)")
  Map<String, Object> published() {
    return keyRing.published().toJSONObject();
  }

  @PostMapping("/stores/keys/rotate")
  @Operation(summary = "Operator: publish a new signing key, which signs once verifiers know it")
  RotationAnswer rotate() {
    RotateKeys.Rotation rotation = rotateKeys.rotateKeys();
    return new RotationAnswer(
        "success", messages.get("keys.rotated"), rotation.kid(), rotation.signsFrom());
  }

  record RotationAnswer(String result, String message, String kid, Instant signsFrom) {}
}
