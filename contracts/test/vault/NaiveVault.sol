// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "solady/tokens/ERC20.sol";

/// @title NaiveVault
/// @notice What StrategyVault must not be: the same promises with each of the usual mistakes. It exists so that every attack in the tests
/// is seen to work on something.
/// @dev Assets are `balanceOf`, shares are assets · supply / balance without an offset, zero supply mints one to one whatever is there,
/// requests are believed instead of measured and count against the cap at once, everybody is paid in one loop, state is written last.
contract NaiveVault is ERC20 {
    error NaiveVault_CapReached(uint256 requested, uint256 room);

    ERC20 public immutable ASSET;
    uint256 public cap = type(uint256).max;

    mapping(address account => uint256 assets) public pending;
    uint256 public pendingTotal;
    address[] private queue;
    mapping(address account => uint256 shares) private leaving;

    constructor(ERC20 asset) {
        ASSET = asset;
    }

    function name() public pure override returns (string memory) {
        return "Naive";
    }

    function symbol() public pure override returns (string memory) {
        return "NAIVE";
    }

    function setCap(uint256 newCap) external {
        cap = newCap;
    }

    function deposit(uint256 assets) external returns (uint256 shares) {
        uint256 held = ASSET.balanceOf(address(this));
        shares = totalSupply() == 0 ? assets : assets * totalSupply() / held;
        ASSET.transferFrom(msg.sender, address(this), assets);
        _mint(msg.sender, shares);
    }

    /// @dev Rounds the cost down.
    function mint(uint256 shares) external returns (uint256 assets) {
        assets = totalSupply() == 0 ? shares : shares * ASSET.balanceOf(address(this)) / totalSupply();
        ASSET.transferFrom(msg.sender, address(this), assets);
        _mint(msg.sender, shares);
    }

    function redeem(uint256 shares) external returns (uint256 assets) {
        assets = shares * ASSET.balanceOf(address(this)) / totalSupply();
        _burn(msg.sender, shares);
        ASSET.transfer(msg.sender, assets);
    }

    function requestDeposit(uint256 assets) external {
        uint256 room = cap - pendingTotal;
        if (assets > room) revert NaiveVault_CapReached(assets, room);
        ASSET.transferFrom(msg.sender, address(this), assets);
        pending[msg.sender] += assets;
        pendingTotal += assets;
    }

    /// @dev Pays before it forgets.
    function cancel() external {
        uint256 assets = pending[msg.sender];
        ASSET.transfer(msg.sender, assets);
        pendingTotal -= pendingTotal < assets ? pendingTotal : assets;
        pending[msg.sender] = 0;
    }

    function requestRedeem(uint256 shares) external {
        queue.push(msg.sender);
        leaving[msg.sender] += shares;
    }

    /// @dev Pays everybody who waits, in one loop.
    function payAll() external {
        for (uint256 i; i < queue.length; ++i) {
            uint256 shares = leaving[queue[i]];
            leaving[queue[i]] = 0;
            uint256 assets = shares == 0 ? 0 : shares * ASSET.balanceOf(address(this)) / totalSupply();
            _burn(queue[i], shares);
            ASSET.transfer(queue[i], assets);
        }
        delete queue;
    }
}
