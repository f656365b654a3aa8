// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title DevNames
/// @notice Names for tests on the local chain, asked as ENS's universal resolver is asked and answering as it answers, its errors
/// included: a name's node is reckoned from its own bytes and must be the one that the question is about. A registry of one level:
/// no wildcards, no gateways, no reverse records.
contract DevNames {
    mapping(bytes32 node => address resolver) private _resolverOf;

    error ResolverNotFound(bytes name);
    error ResolverNotContract(bytes name, address resolver);
    error ResolverError(bytes errorData);
    error DevNames_OtherNode(bytes32 named, bytes32 asked);

    /// @param name labels as DNS writes them, each after its length, ended by a zero
    function setResolver(bytes calldata name, address resolver) external {
        _resolverOf[_nodeOf(name, 0)] = resolver;
    }

    /// @param data the call of the resolver, whose first argument is the name's node
    function resolveWithGateways(bytes calldata name, bytes calldata data, string[] calldata)
        external
        view
        returns (bytes memory result, address resolver)
    {
        bytes32 node = _nodeOf(name, 0);
        bytes32 asked = bytes32(data[4:36]);
        if (asked != node) revert DevNames_OtherNode(node, asked);
        resolver = _resolverOf[node];
        if (resolver == address(0)) revert ResolverNotFound(name);
        if (resolver.code.length == 0) revert ResolverNotContract(name, resolver);
        bool answered;
        (answered, result) = resolver.staticcall(data);
        if (!answered) revert ResolverError(result);
    }

    /// @dev EIP-137's namehash of the labels from a place on.
    function _nodeOf(bytes calldata name, uint256 start) private pure returns (bytes32) {
        uint256 length = uint8(name[start]);
        if (length == 0) return bytes32(0);
        uint256 next = start + 1 + length;
        return keccak256(abi.encodePacked(_nodeOf(name, next), keccak256(name[start + 1:next])));
    }
}
