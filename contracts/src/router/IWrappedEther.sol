// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";

/// @title IWrappedEther
/// @notice The canonical wrapped-ether token: one unit for one wei, both ways.
interface IWrappedEther is IERC20Metadata {
    event Deposit(address indexed dst, uint256 wad);
    event Withdrawal(address indexed src, uint256 wad);

    /// @notice Wraps the ether sent.
    function deposit() external payable;

    /// @notice Unwraps to the caller.
    function withdraw(uint256 wad) external;
}
