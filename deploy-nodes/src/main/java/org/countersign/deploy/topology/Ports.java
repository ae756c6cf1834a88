package org.countersign.deploy.topology;

import java.util.LinkedHashMap;
import java.util.Map;

/** The TCP ports of one member, all on the loopback interface. */
public final class Ports {
    private final int peer;
    private final int rpc;
    private final int rpcAdmin;
    private final int cluster;

    Ports(int peer, int rpc, int rpcAdmin, int cluster) {
        this.peer = peer;
        this.rpc = rpc;
        this.rpcAdmin = rpcAdmin;
        this.cluster = cluster;
    }

    /** Where other members' nodes connect. */
    public int getPeer() {
        return peer;
    }

    /** Where clients connect. */
    public int getRpc() {
        return rpc;
    }

    /** Where the node administers its own RPC broker. */
    public int getRpcAdmin() {
        return rpcAdmin;
    }

    /** Where the other members of the notary cluster connect; only used by members of a cluster that needs it. */
    public int getCluster() {
        return cluster;
    }

    /**
     * All ports by what they are for, as the topology names them.
     *
     * @param withCluster whether the member listens on its cluster port
     * @return the ports in a stable order
     */
    public Map<String, Integer> byPurpose(boolean withCluster) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("p2p", peer);
        ports.put("rpc", rpc);
        ports.put("rpcAdmin", rpcAdmin);
        if (withCluster) {
            ports.put("cluster", cluster);
        }
        return ports;
    }
}
