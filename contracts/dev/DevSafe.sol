// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title DevSafe
/// @notice The part of a Safe that says who signs, what they sign, and executes it once enough of them have, for tests on the local
/// chain: without gas and refund, with plain signatures of its owners alone. The hash is written out as EIP-712 says, so that a test
/// has a second engine to hold the page's hashes against.
contract DevSafe {
    string public VERSION = "1.4.1";
    uint256 public nonce;
    uint256 public getThreshold;
    address[] private _owners;

    bytes32 private constant DOMAIN_TYPEHASH = keccak256("EIP712Domain(uint256 chainId,address verifyingContract)");
    bytes32 private constant SAFE_TX_TYPEHASH = keccak256(
        "SafeTx(address to,uint256 value,bytes data,uint8 operation,uint256 safeTxGas,uint256 baseGas,uint256 gasPrice,address gasToken,address refundReceiver,uint256 nonce)"
    );

    /// @notice A Safe transaction was carried out, with no refund paid.
    event ExecutionSuccess(bytes32 indexed txHash, uint256 payment);

    error DevSafe_NotSigned(uint256 given, uint256 needed);
    error DevSafe_NoOwner(address signer);

    constructor(address[] memory owners, uint256 threshold, uint256 firstNonce) {
        _owners = owners;
        getThreshold = threshold;
        nonce = firstNonce;
    }

    /// @notice A Safe takes coins, and an empty call of its own, by which its owners reject what waits under its number.
    receive() external payable {}

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

    /// @notice Carries a transaction out under the Safe's next number, without gas and refund.
    /// @param operation 0 for a call, 1 for a delegated call.
    /// @param signatures Of the owners over the transaction's hash, 65 bytes each, by ascending address of the owner.
    function execute(address to, uint256 value, bytes calldata data, uint8 operation, bytes[] calldata signatures)
        external
    {
        bytes32 txHash = _hash(to, value, keccak256(data), operation);
        _expectSigned(txHash, signatures);
        nonce++;
        (bool isDone, bytes memory answer) = operation == 1 ? to.delegatecall(data) : to.call{value: value}(data);
        if (!isDone) {
            assembly ("memory-safe") {
                revert(add(answer, 0x20), mload(answer))
            }
        }
        emit ExecutionSuccess(txHash, 0);
    }

    function _hash(address to, uint256 value, bytes32 dataHash, uint8 operation) private view returns (bytes32) {
        bytes memory head = abi.encode(SAFE_TX_TYPEHASH, to, value, dataHash, operation);
        bytes memory rest = abi.encode(uint256(0), uint256(0), uint256(0), address(0), address(0), nonce);
        return keccak256(abi.encodePacked(hex"1901", domainSeparator(), keccak256(bytes.concat(head, rest))));
    }

    /// Ascending addresses, so that no owner counts twice.
    function _expectSigned(bytes32 txHash, bytes[] calldata signatures) private view {
        if (signatures.length < getThreshold) revert DevSafe_NotSigned(signatures.length, getThreshold);
        address last = address(0);
        for (uint256 index = 0; index < signatures.length; index++) {
            bytes calldata one = signatures[index];
            address signer = ecrecover(txHash, uint8(one[64]), bytes32(one[0:32]), bytes32(one[32:64]));
            if (signer <= last || !_isOwner(signer)) revert DevSafe_NoOwner(signer);
            last = signer;
        }
    }

    function _isOwner(address account) private view returns (bool) {
        for (uint256 index = 0; index < _owners.length; index++) {
            if (_owners[index] == account) return true;
        }
        return false;
    }
}
