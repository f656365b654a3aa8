// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title DevSafe
/// @notice The part of a Safe that says who signs and what they sign, for tests on the local chain. It executes nothing and holds
/// nothing. The hash is written out as EIP-712 says, so that a test has a second engine to hold the page's hashes against.
contract DevSafe {
    string public VERSION = "1.4.1";
    uint256 public nonce;
    uint256 public getThreshold;
    address[] private _owners;

    bytes32 private constant DOMAIN_TYPEHASH = keccak256("EIP712Domain(uint256 chainId,address verifyingContract)");
    bytes32 private constant SAFE_TX_TYPEHASH = keccak256(
        "SafeTx(address to,uint256 value,bytes data,uint8 operation,uint256 safeTxGas,uint256 baseGas,uint256 gasPrice,address gasToken,address refundReceiver,uint256 nonce)"
    );

    constructor(address[] memory owners, uint256 threshold, uint256 firstNonce) {
        _owners = owners;
        getThreshold = threshold;
        nonce = firstNonce;
    }

    /// @return The accounts that sign.
    function getOwners() external view returns (address[] memory) {
        return _owners;
    }

    /// @return The EIP-712 domain of this chain and this contract.
    function domainSeparator() public view returns (bytes32) {
        return keccak256(abi.encode(DOMAIN_TYPEHASH, block.chainid, address(this)));
    }

    /// @return What the owners sign for these fields, in a Safe's order.
    function getTransactionHash(
        address to,
        uint256 value,
        bytes calldata data,
        uint8 operation,
        uint256 safeTxGas,
        uint256 baseGas,
        uint256 gasPrice,
        address gasToken,
        address refundReceiver,
        uint256 number
    ) external view returns (bytes32) {
        bytes memory head = abi.encode(SAFE_TX_TYPEHASH, to, value, keccak256(data), operation);
        bytes memory rest = abi.encode(safeTxGas, baseGas, gasPrice, gasToken, refundReceiver, number);
        bytes32 structHash = keccak256(bytes.concat(head, rest));
        return keccak256(abi.encodePacked(hex"1901", domainSeparator(), structHash));
    }
}
