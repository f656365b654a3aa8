// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAsyncVault} from "./IAsyncVault.sol";
import {Allocation, IStrategyRouter, Permit, Redemption} from "./IStrategyRouter.sol";
import {IWrappedEther} from "./IWrappedEther.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title StrategyRouter
/// @notice One transaction where a user would need several: wrap ETH, use a permit, split a deposit over vaults, redeem from several.
///
/// Roles. None: no owner, no list of vaults. The caller names the vaults; only the caller's own tokens and shares are ever moved, and only
/// in the caller's own call, so an allowance to the router is of no use to anybody else.
///
/// Accounting. Keeps nothing: each vault must take exactly its part, and then no allowance and no token is left. The stored allocation is a
/// note for the user's next deposit; it moves nothing by itself.
///
/// Permits. Tried, never required: a permit that somebody has already submitted (it lies open in the mempool), or that a token ignores,
/// changes nothing as long as the allowance is there. A token with a fallback that accepts any call, as wrapped ether has, is harmless
/// for the same reason: nothing follows from a permit that did not revert.
///
/// Rounding. Parts are rounded down, the last vault takes the rest, so the parts always add up to the whole.
///
/// Oracle. None.
///
/// Token requirements. A transfer moves what it says; checked on the way in and out. Shares lie at their vault's address.
///
/// Liveness. Nothing is held, so nothing can be stuck. One failing vault fails the call, and the user chooses anew.
///
/// Known limits. Tokens or ETH forced into the router belong to nobody. A hostile vault can keep what the caller sends to it.
contract StrategyRouter is IStrategyRouter, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @notice Most vaults in one call or allocation.
    uint256 public constant MAX_VAULTS = 16;

    /// @dev The whole, in basis points.
    uint256 private constant WHOLE_BPS = 10_000;

    IWrappedEther private immutable WETH;

    mapping(address user => mapping(address asset => Allocation[])) private stored;

    constructor(IWrappedEther weth_) {
        WETH = weth_;
    }

    /// @inheritdoc IStrategyRouter
    function depositEth(address vault, address controller) external payable nonReentrant {
        if (msg.value == 0) revert StrategyRouter_ZeroAssets();
        _checkController(controller);
        _checkAsset(vault, address(WETH));
        WETH.deposit{value: msg.value}();
        _request(vault, WETH, msg.value, controller);
    }

    /// @inheritdoc IStrategyRouter
    function depositMany(
        address asset,
        uint256 assets,
        Allocation[] calldata allocations,
        address controller,
        Permit calldata permit,
        bool store
    ) external nonReentrant {
        if (assets == 0) revert StrategyRouter_ZeroAssets();
        _checkController(controller);
        _checkAllocations(asset, allocations);
        _tryPermit(asset, assets, permit);
        _pull(IERC20(asset), assets);
        uint256 left = assets;
        for (uint256 i; i < allocations.length; ++i) {
            bool isLast = i == allocations.length - 1;
            uint256 part = isLast ? left : Math.mulDiv(assets, allocations[i].weightBps, WHOLE_BPS);
            left -= part;
            _request(allocations[i].vault, IERC20(asset), part, controller);
        }
        if (store) _store(asset, allocations);
    }

    /// @inheritdoc IStrategyRouter
    function redeemMany(Redemption[] calldata redemptions, address controller) external nonReentrant {
        _checkCount(redemptions.length);
        _checkController(controller);
        for (uint256 i; i < redemptions.length; ++i) {
            Redemption calldata redemption = redemptions[i];
            if (redemption.shares == 0) revert StrategyRouter_ZeroAssets();
            _tryPermit(redemption.vault, redemption.shares, redemption.permit);
            IAsyncVault(redemption.vault).requestRedeem(redemption.shares, controller, msg.sender);
            emit RedemptionRouted(msg.sender, controller, redemption.vault, redemption.shares);
        }
    }

    /// @inheritdoc IStrategyRouter
    function setAllocation(address asset, Allocation[] calldata allocations) external {
        if (allocations.length != 0) _checkAllocations(asset, allocations);
        _store(asset, allocations);
    }

    /// @inheritdoc IStrategyRouter
    function allocationOf(address user, address asset) external view returns (Allocation[] memory allocations) {
        return stored[user][asset];
    }

    /// @inheritdoc IStrategyRouter
    function weth() external view returns (address) {
        return address(WETH);
    }

    /// @dev Hands `assets` that the router holds to the vault, which must take exactly these.
    function _request(address vault, IERC20 asset, uint256 assets, address controller) private {
        uint256 before = asset.balanceOf(address(this));
        asset.forceApprove(vault, assets);
        IAsyncVault(vault).requestDeposit(assets, controller, address(this));
        uint256 left = asset.balanceOf(address(this));
        if (left + assets != before) {
            revert StrategyRouter_AmountMismatch(address(asset), assets, Math.saturatingSub(before, left));
        }
        emit DepositRouted(msg.sender, controller, vault, assets);
    }

    /// @dev Takes `assets` from the caller.
    function _pull(IERC20 asset, uint256 assets) private {
        uint256 before = asset.balanceOf(address(this));
        asset.safeTransferFrom(msg.sender, address(this), assets);
        uint256 received = asset.balanceOf(address(this)) - before;
        if (received != assets) revert StrategyRouter_AmountMismatch(address(asset), assets, received);
    }

    /// @dev Uses the caller's permit if there is one; whether it worked shows when the allowance is needed.
    function _tryPermit(address token, uint256 value, Permit calldata permit) private {
        if (permit.deadline == 0) return;
        try IERC20Permit(token)
            .permit(msg.sender, address(this), value, permit.deadline, permit.v, permit.r, permit.s) {}
            catch {}
    }

    function _store(address asset, Allocation[] calldata allocations) private {
        delete stored[msg.sender][asset];
        for (uint256 i; i < allocations.length; ++i) {
            stored[msg.sender][asset].push(allocations[i]);
        }
        emit AllocationStored(msg.sender, asset, allocations);
    }

    /// @dev Vaults of this asset, each once, with weights that add up to the whole.
    function _checkAllocations(address asset, Allocation[] calldata allocations) private view {
        _checkCount(allocations.length);
        uint256 sum;
        for (uint256 i; i < allocations.length; ++i) {
            Allocation calldata allocation = allocations[i];
            _checkAsset(allocation.vault, asset);
            bool unfit = allocation.weightBps == 0;
            for (uint256 j; j < i; ++j) {
                unfit = unfit || allocations[j].vault == allocation.vault;
            }
            if (unfit) revert StrategyRouter_AllocationUnfit(allocation.vault, allocation.weightBps);
            sum += allocation.weightBps;
        }
        if (sum != WHOLE_BPS) revert StrategyRouter_WeightsMismatch(sum);
    }

    function _checkAsset(address vault, address expected) private view {
        address asset = IAsyncVault(vault).asset();
        if (asset != expected) revert StrategyRouter_AssetMismatch(vault, asset, expected);
    }

    function _checkCount(uint256 count) private pure {
        if (count == 0 || count > MAX_VAULTS) revert StrategyRouter_CountOutOfRange(count, MAX_VAULTS);
    }

    function _checkController(address controller) private pure {
        if (controller == address(0)) revert StrategyRouter_ZeroController();
    }
}
