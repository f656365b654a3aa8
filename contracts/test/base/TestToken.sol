// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "solady/tokens/ERC20.sol";

/// @notice Called by a `TestToken` after each transfer, so that a test can try to re-enter.
interface ITransferHook {
    function onTransfer(address from, address to, uint256 amount) external;
}

/// @title TestToken
/// @notice An ERC-20 with EIP-2612 permit and any decimals, which can be told to misbehave: block an address, keep a fee of each
/// transfer, answer false instead of moving anything, or call back after a transfer.
contract TestToken is ERC20 {
    error TestToken_Blocked(address account);

    string private tokenName;
    string private tokenSymbol;
    uint8 private immutable unitDecimals;

    mapping(address account => bool blocked) public isBlocked;
    uint256 public feeBps;
    bool public answersFalse;
    address public hook;

    constructor(string memory name_, string memory symbol_, uint8 decimals_) {
        tokenName = name_;
        tokenSymbol = symbol_;
        unitDecimals = decimals_;
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function setBlocked(address account, bool blocked) external {
        isBlocked[account] = blocked;
    }

    function setFeeBps(uint256 bps) external {
        feeBps = bps;
    }

    function setAnswersFalse(bool answer) external {
        answersFalse = answer;
    }

    function setHook(address hook_) external {
        hook = hook_;
    }

    function name() public view override returns (string memory) {
        return tokenName;
    }

    function symbol() public view override returns (string memory) {
        return tokenSymbol;
    }

    function decimals() public view override returns (uint8) {
        return unitDecimals;
    }

    function transfer(address to, uint256 amount) public override returns (bool) {
        if (answersFalse) return false;
        super.transfer(to, amount);
        return true;
    }

    function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
        if (answersFalse) return false;
        super.transferFrom(from, to, amount);
        return true;
    }

    function _beforeTokenTransfer(address from, address to, uint256) internal view override {
        if (isBlocked[from]) revert TestToken_Blocked(from);
        if (isBlocked[to]) revert TestToken_Blocked(to);
    }

    function _afterTokenTransfer(address from, address to, uint256 amount) internal override {
        if (from == address(0) || to == address(0)) return;
        if (feeBps != 0) _burn(to, amount * feeBps / 10_000);
        if (hook != address(0)) ITransferHook(hook).onTransfer(from, to, amount);
    }

    /// @dev Permit2 is nothing this project relies on: an allowance is what was approved.
    function _givePermit2InfiniteAllowance() internal pure override returns (bool) {
        return false;
    }
}
