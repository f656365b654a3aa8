// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title DevUsd
/// @notice A dollar token for the local chain: 6 decimals, EIP-2612 permit, and a blocklist whose members can neither send
/// nor receive nor approve, as issuers of real dollar tokens keep one. The owner mints (the faucet) and keeps the list.
contract DevUsd is ERC20Permit, Ownable {
    mapping(address account => bool blocked) public isBlocked;

    event Blocked(address indexed account);
    event Unblocked(address indexed account);

    error DevUsd_AccountBlocked(address account);

    constructor(address owner) ERC20("USD Coin", "USDC") ERC20Permit("USD Coin") Ownable(owner) {}

    /// @param assets 6 decimals
    function mint(address receiver, uint256 assets) external onlyOwner {
        _mint(receiver, assets);
    }

    function blockAccount(address account) external onlyOwner {
        isBlocked[account] = true;
        emit Blocked(account);
    }

    function unblockAccount(address account) external onlyOwner {
        isBlocked[account] = false;
        emit Unblocked(account);
    }

    function decimals() public pure override returns (uint8) {
        return 6;
    }

    function _update(address from, address to, uint256 assets) internal override {
        if (isBlocked[from]) revert DevUsd_AccountBlocked(from);
        if (isBlocked[to]) revert DevUsd_AccountBlocked(to);
        super._update(from, to, assets);
    }

    function _approve(address owner, address spender, uint256 assets, bool emitEvent) internal override {
        if (isBlocked[owner]) revert DevUsd_AccountBlocked(owner);
        super._approve(owner, spender, assets, emitEvent);
    }
}
