/** Minimum-cost flow by successive cheapest paths: small networks, whole capacities, any costs without a negative cycle. */

interface Edge {
  readonly to: number;
  capacity: number;
  readonly cost: number;
  /** Rank of the opposite edge, which undoes this one. */
  readonly reverse: number;
}

export class FlowNetwork {
  readonly #edges: Edge[] = [];
  readonly #from: number[][];
  #arrivedBy: Int32Array = new Int32Array(0);

  constructor(nodes: number) {
    this.#from = Array.from({ length: nodes }, () => []);
  }

  /** Adds an edge and returns its rank. */
  add(from: number, to: number, capacity: number, cost: number): number {
    const rank = this.#edges.length;
    this.#edges.push(
      { to, capacity, cost, reverse: rank + 1 },
      { to: from, capacity: 0, cost: -cost, reverse: rank },
    );
    this.#from[from]!.push(rank);
    this.#from[to]!.push(rank + 1);
    return rank;
  }

  /** Units that run through an edge. */
  flow(edge: number): number {
    return this.#edges[edge + 1]!.capacity;
  }

  /** Sends one more unit by the cheapest path of what is left; false when there is none. */
  push(source: number, sink: number): boolean {
    const arrivedBy = this.#cheapestPaths(source);
    this.#arrivedBy = arrivedBy;
    if (arrivedBy[sink]! < 0) return false;
    for (let node = sink; node !== source;) {
      const edge = this.#edges[arrivedBy[node]!]!;
      const back = this.#edges[edge.reverse]!;
      edge.capacity -= 1;
      back.capacity += 1;
      node = back.to;
    }
    return true;
  }

  /** Whether the last search for a path came to a node: after a failure, what stands on the short side of the cut. */
  reached(node: number): boolean {
    return this.#arrivedBy[node]! >= 0;
  }

  /** Edge by which each node is reached most cheaply (Bellman–Ford with a queue); −1 when it is not. */
  #cheapestPaths(source: number): Int32Array {
    const nodes = this.#from.length;
    const cost = new Float64Array(nodes).fill(Infinity);
    const arrivedBy = new Int32Array(nodes).fill(-1);
    const queued = new Uint8Array(nodes);
    const queue = [source];
    cost[source] = 0;
    for (let head = 0; head < queue.length; head += 1) {
      const node = queue[head]!;
      queued[node] = 0;
      for (const rank of this.#from[node]!) {
        const { to, capacity, cost: price } = this.#edges[rank]!;
        if (capacity <= 0 || cost[node]! + price >= cost[to]!) continue;
        cost[to] = cost[node]! + price;
        arrivedBy[to] = rank;
        if (!queued[to]) {
          queued[to] = 1;
          queue.push(to);
        }
      }
    }
    return arrivedBy;
  }
}
