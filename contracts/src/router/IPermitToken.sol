// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

/// @title IPermitToken
/// @notice An ERC-20 with EIP-2612 permit, with both ways in which such tokens tell their signing domain and the errors they revert with.
interface IPermitToken is IERC20Metadata, IERC20Permit, IERC5267, IERC20Errors {
    /// @notice The permit's deadline, unix seconds, has passed.
    error ERC2612ExpiredSignature(uint256 deadline);
    /// @notice Signed by somebody else, or for another nonce, spender or amount.
    error ERC2612InvalidSigner(address signer, address owner);

    /// @notice Version in the signing domain, of tokens that do not answer ERC-5267.
    function version() external view returns (string memory);
}
