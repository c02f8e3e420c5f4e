// The fields of Strimzi's kafka.strimzi.io/v1 that this repository uses, and no others: no package carries the schema.
import type { IObjectMeta } from "@kubernetes-models/apimachinery/apis/meta/v1/ObjectMeta";

interface Selector { matchLabels?: Record<string, string> }
interface Resources { requests?: { cpu?: string; memory?: string }; limits?: { cpu?: string; memory?: string } }

interface Listener {
  name: string;
  port: number;
  type: "internal" | "route" | "loadbalancer" | "nodeport" | "ingress" | "cluster-ip";
  tls: boolean;
  networkPolicyPeers?: { podSelector?: Selector; namespaceSelector?: Selector }[];
}

export interface IKafka {
  apiVersion: "kafka.strimzi.io/v1";
  kind: "Kafka";
  metadata: IObjectMeta;
  spec: {
    kafka: {
      version?: string;
      metadataVersion?: string;
      rack?: { topologyKey: string };
      listeners: Listener[];
      config?: Record<string, string | number | boolean>;
    };
  };
}

export interface IKafkaNodePool {
  apiVersion: "kafka.strimzi.io/v1";
  kind: "KafkaNodePool";
  metadata: IObjectMeta;
  spec: {
    replicas: number;
    roles: ("controller" | "broker")[];
    resources?: Resources;
    jvmOptions?: { "-Xms"?: string; "-Xmx"?: string };
    storage: {
      type: "jbod";
      volumes: { id: number; type: "persistent-claim"; size: string; class?: string; kraftMetadata?: "shared"; deleteClaim?: boolean }[];
    };
  };
}
