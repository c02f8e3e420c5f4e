package com.salesync.consulting.erasure.web;

import com.salesync.common.security.Tenant;
import com.salesync.consulting.erasure.EraseStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For store-service, which acts for a store that was closed long enough ago. */
@RestController
@Tag(name = "Internal")
class ErasureController {

  private final EraseStore erase;

  ErasureController(EraseStore erase) {
    this.erase = erase;
  }

  @PostMapping("/internal/erasure")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary =
          "Empties the figures and the advice of a closed store; which days it asked about stays")
  void erase(Tenant tenant) {
    erase.eraseStore(tenant);
  }
}
