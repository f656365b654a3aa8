// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title DevToken
/// @notice An issuer's token for the local chain, dollars or wrapped bitcoin: decimals of its own, EIP-2612 permit, and a
/// blocklist whose members can neither send nor receive nor approve, as the issuers of the real ones keep one. The owner
/// mints (the faucet) and keeps the list.
contract DevToken is ERC20Permit, Ownable {
    uint8 private immutable _decimals;

    mapping(address account => bool blocked) public isBlocked;

    event Blocked(address indexed account);
    event Unblocked(address indexed account);

    error DevToken_AccountBlocked(address account);

    constructor(address owner, string memory name_, string memory symbol_, uint8 decimals_)
        ERC20(name_, symbol_)
        ERC20Permit(name_)
        Ownable(owner)
    {
        _decimals = decimals_;
    }

    /// @param assets base units
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

    function decimals() public view override returns (uint8) {
        return _decimals;
    }

    function _update(address from, address to, uint256 assets) internal override {
        if (isBlocked[from]) revert DevToken_AccountBlocked(from);
        if (isBlocked[to]) revert DevToken_AccountBlocked(to);
        super._update(from, to, assets);
    }

    function _approve(address owner, address spender, uint256 assets, bool emitEvent) internal override {
        if (isBlocked[owner]) revert DevToken_AccountBlocked(owner);
        super._approve(owner, spender, assets, emitEvent);
    }
}
