using System.Buffers;
using System.Text;
using Conference.Core;
using Conference.Core.Rooms;
using Conference.Server.Hubs.Messages;
using Conference.Server.Rooms;

namespace Conference.Server.Hubs;

/// <summary>Checks what requests carry, before anything else looks at them. Types and missing fields were checked when they were read.</summary>
internal static class RequestRules
{
    private const int InstanceIdLimit = 32;
    private const int MessageIdLength = 32;
    private const int ParticipantIdLimit = 32;
    private const int DescriptionLimit = 24 * 1024;
    private const int CandidateLimit = 1024;
    private const int NoteLimit = 1024;
    private const int CandidateCount = 32;
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    public static RoomCode ReadCode(string code) => RoomCode.TryParse(code, out var roomCode)
        ? roomCode
        : throw new ConferenceException(ErrorCodes.InvalidCode, "A room code has ten letters, for example kmr-vxtd-hpe.");

    public static JoinRoomRequest Clean(JoinRoomRequest request)
    {
        Check(IsInstanceId(request.InstanceId), "The instance id has 1 to 32 letters and digits.");
        Check(IsDefined(request.Media), "The media state is not known.");
        Check(request.LastSequence is null or >= 0, "The last sequence is not negative.");
        Check(request.ResumeToken is null or { Length: <= ResumeTokens.LengthLimit }, "The resume token is too long.");
        Check(request.JoinToken is null or { Length: <= JoinTokens.LengthLimit }, "The join token is too long.");
        return request with
        {
            Name = TextRules.CleanName(request.Name),
            Password = request.Password is { Length: > 0 } password ? TextRules.CheckPassword(password) : null,
        };
    }

    /// <summary>The id of a participant or of a wait in the lobby.</summary>
    public static string CleanId(string id)
    {
        Check(id.Length is > 0 and <= ParticipantIdLimit, "This is no id.");
        return id;
    }

    public static void Check(SetMediaRequest request) => Check(IsDefined(request.Media), "The media state is not known.");

    public static void Check(SendReactionRequest request) => Check(Enum.IsDefined(request.Reaction), "The reaction is not known.");

    public static SendMessageRequest Clean(SendMessageRequest request)
    {
        if (request.Id.Length != MessageIdLength || !HasOnlyHexDigits(request.Id))
        {
            throw new ConferenceException(ErrorCodes.MessageIdInvalid, "A message id has 32 lower-case hexadecimal digits.");
        }

        return request with { Text = TextRules.CleanText(request.Text) };
    }

    public static void Check(SendSignalRequest request)
    {
        Check(request.To.Length is > 0 and <= ParticipantIdLimit && IsInstanceId(request.ToInstance), "The target is not a participant id and an instance id.");
        if (!IsSignal(request.Signal))
        {
            throw new ConferenceException(
                ErrorCodes.SignalInvalid, "A signal has a description of at most 24 KiB, 1 to 32 candidates of at most 1 KiB each, or a note of at most 1 KiB.");
        }
    }

    private static bool HasOnlyHexDigits(string id) => !id.AsSpan().ContainsAnyExcept(HexDigits);

    private static bool IsSignal(Signal signal)
    {
        var hasDescription = signal.Description is { Length: > 0 };
        var hasCandidates = signal.Candidates is { Count: > 0 };
        var hasNote = signal.Note is { Length: > 0 };
        return (hasDescription || hasCandidates || hasNote)
            && signal.Description is null or { Length: > 0 } && Fits(signal.Description, DescriptionLimit)
            && signal.Candidates is null or { Count: > 0 and <= CandidateCount }
            && (signal.Candidates ?? []).All(candidate => candidate is { Length: > 0 } && Fits(candidate, CandidateLimit))
            && signal.Note is null or { Length: > 0 } && Fits(signal.Note, NoteLimit);
    }

    private static bool Fits(string? text, int limit) => text is null || (text.Length <= limit && Encoding.UTF8.GetByteCount(text) <= limit);

    private static bool IsInstanceId(string id) => id.Length is > 0 and <= InstanceIdLimit && id.All(char.IsAsciiLetterOrDigit);

    private static bool IsDefined(ParticipantMedia media) =>
        Enum.IsDefined(media.Microphone) && Enum.IsDefined(media.Camera) && Enum.IsDefined(media.Screen);

    private static void Check(bool isSane, string sentence)
    {
        if (!isSane)
        {
            throw new ConferenceException(ErrorCodes.InvalidRequest, sentence);
        }
    }
}
