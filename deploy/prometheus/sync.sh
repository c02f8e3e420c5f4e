#!/bin/sh
# rules.yml is the one source; this wraps it as the PrometheusRule that the operator in the cluster reads.
set -eu
cd "$(dirname "$0")/../.."
out=k8s/components/observability/prometheus-rule.yaml
{
  echo "# Made by deploy/prometheus/sync.sh from deploy/prometheus/rules.yml; edit that file."
  echo "apiVersion: monitoring.coreos.com/v1"
  echo "kind: PrometheusRule"
  echo "metadata:"
  echo "  name: salesync"
  echo "  namespace: monitoring"
  echo "  labels:"
  echo "    role: alert-rules"
  echo "spec:"
  grep -v '^#' deploy/prometheus/rules.yml | sed 's/^\(.\)/  \1/'
} >"$out"
