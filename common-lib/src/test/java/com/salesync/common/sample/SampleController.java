package com.salesync.common.sample;

import com.salesync.common.neighbour.UserHeaders;
import com.salesync.common.paging.Page;
import com.salesync.common.paging.PageRequest;
import com.salesync.common.problem.Messages;
import com.salesync.common.problem.Problem;
import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import com.salesync.common.web.StoreScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SampleController {

  private final Messages messages;

  SampleController(Messages messages) {
    this.messages = messages;
  }

  record Sample(
      Long storeId, @NotNull Long whole, Integer count, @NotBlank String someText, List<Part> parts)
      implements StoreScoped {}

  record Part(Long partNo) {}

  @PostMapping("/samples")
  Sample echo(@Valid @RequestBody Sample sample) {
    return sample;
  }

  @GetMapping("/samples/{id}")
  Map<String, Object> sample(@PathVariable long id) {
    if (id != 1) {
      throw Problem.notFound("SAMPLE_NOT_FOUND", Long.toString(id)).with("sample_id", id);
    }
    return Map.of("message", messages.get("sample.read"));
  }

  @GetMapping("/tenant")
  Map<String, Object> tenant(Tenant tenant) {
    return Map.of(
        "store_id", tenant.storeId(),
        "zone", tenant.businessDays().zone().getId(),
        "day_start", tenant.businessDays().dayStart().toString());
  }

  @GetMapping("/days")
  long days(@RequestParam LocalDate start, @RequestParam LocalDate end) {
    return new DayRange(start, end).days().count();
  }

  @GetMapping("/numbers")
  Page<Long> numbers(@Valid PageRequest page) {
    List<Long> rows =
        LongStream.rangeClosed(page.afterId() + 1, 5).limit(page.rowsToRead()).boxed().toList();
    return Page.byId(rows, page, number -> number);
  }

  @GetMapping("/user")
  UserHeaders user(UserHeaders user) {
    return user;
  }

  @GetMapping("/headed")
  String headed(@RequestHeader("X-Needed") String needed) {
    return needed;
  }

  @GetMapping("/fails/{how}")
  String fail(@PathVariable String how) throws Exception {
    throw switch (how) {
      case "unreachable" ->
          new DataAccessResourceFailureException(
              "no", new SQLTransientConnectionException("secret host"));
      case "shutdown" -> new SQLException("secret", "57P01");
      case "deadlock" -> new SQLException("secret", "40P01");
      case "lock-timeout" -> new SQLException("secret", "55P03");
      case "statement-timeout" -> new SQLException("secret", "57014");
      case "idle-timeout" -> new SQLException("secret", "25P03");
      case "wrong" -> new SQLException("secret", "42601");
      default -> new IllegalStateException("secret");
    };
  }

  @GetMapping("/open")
  String open() {
    return "\"open\"";
  }

  @GetMapping("/operators")
  String operators() {
    return "\"operator\"";
  }

  @PutMapping("/services")
  String services() {
    return "\"service\"";
  }

  @GetMapping("/internal/samples")
  long internal(Tenant tenant) {
    return tenant.storeId();
  }

  @GetMapping("/internal/samples/directory")
  String directory() {
    return "\"directory\"";
  }

  @GetMapping("/internal/unnamed")
  String unnamed() {
    return "\"unnamed\"";
  }
}
