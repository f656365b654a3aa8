// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

/// @notice What the vault uses of an Aave v3 pool.
interface ILendingPool {
    function supply(address asset, uint256 amount, address onBehalfOf, uint16 referralCode) external;
    function withdraw(address asset, uint256 amount, address to) external returns (uint256);
}

/// @title LendingVault
/// @notice An ERC-4626 vault for the local chain: OpenZeppelin's, whose assets are lent to an Aave v3 pool as they come in. What
/// it earns is the pool's interest and nothing else; nobody owns it, and it takes no fee.
contract LendingVault is ERC4626 {
    ILendingPool public immutable pool;
    /// @notice The pool's token for the asset: one unit is one unit of the asset, and the balance grows with the interest.
    IERC20 public immutable lent;

    /// @param asset_ a token that the pool takes
    /// @param lent_ the pool's token for it
    constructor(IERC20 asset_, ILendingPool pool_, IERC20 lent_, string memory name_, string memory symbol_)
        ERC20(name_, symbol_)
        ERC4626(asset_)
    {
        pool = pool_;
        lent = lent_;
        SafeERC20.forceApprove(asset_, address(pool_), type(uint256).max);
    }

    /// @inheritdoc ERC4626
    function totalAssets() public view override returns (uint256) {
        return lent.balanceOf(address(this));
    }

    function _transferIn(address from, uint256 assets) internal override {
        super._transferIn(from, assets);
        pool.supply(asset(), assets, address(this), 0);
    }

    function _transferOut(address to, uint256 assets) internal override {
        pool.withdraw(asset(), assets, to);
    }
}
