namespace Conference.Core;

/// <summary>
/// The stable codes a refused call carries, on the hub as <c>code: sentence</c>, over HTTP as <c>code</c> in the problem details.
/// A code never changes its meaning.
/// </summary>
public static class ErrorCodes
{
    /// <summary>An argument is missing, has the wrong type, or is malformed.</summary>
    public const string InvalidRequest = "invalid_request";

    /// <summary>The hub has no such method.</summary>
    public const string UnknownMethod = "unknown_method";

    /// <summary>The text is no room code.</summary>
    public const string InvalidCode = "invalid_code";

    /// <summary>There is no such room, or the caller may not know of it.</summary>
    public const string RoomNotFound = "room_not_found";

    /// <summary>The name is empty.</summary>
    public const string NameRequired = "name_required";

    /// <summary>The name is longer than 64 characters.</summary>
    public const string NameTooLong = "name_too_long";

    /// <summary>The name has control, bidirectional or broken characters.</summary>
    public const string NameInvalid = "name_invalid";

    /// <summary>The title is longer than 80 characters.</summary>
    public const string TitleTooLong = "title_too_long";

    /// <summary>The title has control, bidirectional or broken characters.</summary>
    public const string TitleInvalid = "title_invalid";

    /// <summary>The connection has a seat already.</summary>
    public const string AlreadyJoined = "already_joined";

    /// <summary>The connection has no seat: not yet, or not any more.</summary>
    public const string NotJoined = "not_joined";

    /// <summary>The target is not in the caller's room, or its page is gone.</summary>
    public const string UnknownParticipant = "unknown_participant";

    /// <summary>The signal is empty, or one of its parts is too long.</summary>
    public const string SignalInvalid = "signal_invalid";

    /// <summary>The message has no text.</summary>
    public const string TextRequired = "text_required";

    /// <summary>The message is longer than 4,000 characters.</summary>
    public const string TextTooLong = "text_too_long";

    /// <summary>The message has control, bidirectional or broken characters.</summary>
    public const string TextInvalid = "text_invalid";

    /// <summary>The message id is not 32 lower-case hexadecimal digits.</summary>
    public const string MessageIdInvalid = "message_id_invalid";

    /// <summary>The message id was used for another text.</summary>
    public const string MessageIdReused = "message_id_reused";

    /// <summary>The message could not be written to disk; nothing was stored.</summary>
    public const string NotStored = "not_stored";

    /// <summary>The search text is empty or longer than 200 characters.</summary>
    public const string SearchInvalid = "search_invalid";

    /// <summary>Nobody waits in the lobby under this id (any more).</summary>
    public const string NotWaiting = "not_waiting";

    /// <summary>The room would be left without a host.</summary>
    public const string LastHost = "last_host";

    /// <summary>Nobody can do this to themselves.</summary>
    public const string OwnSeat = "own_seat";

    /// <summary>The password is longer than 64 characters, or has characters that cannot be typed.</summary>
    public const string PasswordInvalid = "password_invalid";

    /// <summary>The message to the lobby is too long or has characters that cannot be shown.</summary>
    public const string LobbyMessageInvalid = "lobby_message_invalid";

    /// <summary>The call cannot be kept to relays: this server knows of no TURN server.</summary>
    public const string NoRelay = "no_relay";

    /// <summary>The host link was used, is too old, or was never made.</summary>
    public const string HostLinkInvalid = "host_link_invalid";

    /// <summary>Rooms are opened by signed-in people only, and the caller is a guest.</summary>
    public const string SignInRequired = "sign_in_required";

    /// <summary>The join token is not one of a site that may give them out, is too old, for another room, or was used in another browser.</summary>
    public const string JoinTokenInvalid = "join_token_invalid";

    /// <summary>The caller may not do this.</summary>
    public const string NotAllowed = "not_allowed";

    /// <summary>The caller is too fast.</summary>
    public const string TooFast = "too_fast";

    /// <summary>Anything that is the server's fault; the log knows more.</summary>
    public const string ServerFault = "server_fault";
}
