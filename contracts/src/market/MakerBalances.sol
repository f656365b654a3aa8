// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IQuoteBook} from "./IQuoteBook.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

/// @title MakerBalances
/// @notice What makers have put in and no quote holds back. The contract holds, asset by asset, at least the sum of these and of all
/// reservations; tokens sent to it in any other way belong to nobody.
abstract contract MakerBalances is IQuoteBook, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    mapping(address maker => mapping(address asset => uint256 assets)) private free;

    /// @inheritdoc IQuoteBook
    function deposit(address asset, uint256 assets) external nonReentrant {
        if (assets == 0) revert QuoteBook_ZeroAssets();
        uint256 before = IERC20(asset).balanceOf(address(this));
        IERC20(asset).safeTransferFrom(msg.sender, address(this), assets);
        uint256 received = IERC20(asset).balanceOf(address(this)) - before;
        if (received != assets) revert QuoteBook_AmountMismatch(assets, received);
        free[msg.sender][asset] += assets;
        emit BalanceDeposited(msg.sender, asset, assets);
    }

    /// @inheritdoc IQuoteBook
    function withdraw(address asset, uint256 assets, address receiver) external nonReentrant {
        if (assets == 0) revert QuoteBook_ZeroAssets();
        _debit(msg.sender, asset, assets);
        IERC20(asset).safeTransfer(receiver, assets);
        emit BalanceWithdrawn(msg.sender, asset, receiver, assets);
    }

    /// @inheritdoc IQuoteBook
    function balanceOf(address maker, address asset) external view returns (uint256 assets) {
        return free[maker][asset];
    }

    function _debit(address maker, address asset, uint256 assets) internal {
        uint256 available = free[maker][asset];
        if (available < assets) revert QuoteBook_BalanceTooLow(available, assets);
        free[maker][asset] = available - assets;
    }

    function _credit(address maker, address asset, uint256 assets) internal {
        free[maker][asset] += assets;
    }
}
