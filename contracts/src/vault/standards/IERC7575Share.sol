// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IERC7575Share
/// @notice ERC-7575: a share token that names the vault of an asset. ERC-165 id 0xf815c03d.
interface IERC7575Share {
    event VaultUpdate(address indexed asset, address vault);

    /// @notice The vault that takes `asset` for this share token, or zero.
    function vault(address asset) external view returns (address vaultAddress);
}
