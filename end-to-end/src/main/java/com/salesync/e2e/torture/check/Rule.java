package com.salesync.e2e.torture.check;

import com.salesync.e2e.torture.evidence.Evidence;
import com.salesync.e2e.torture.evidence.Finding;
import java.util.List;

/** A promise, looked for in what happened. */
interface Rule {

  List<Finding> findings(Evidence evidence);
}
