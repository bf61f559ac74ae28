using System.Net;

namespace Conference.Core.Turn;

/// <summary>
/// Tells whoever asks how it is seen from here (RFC 8489, sections 6.3 and 12), so that two browsers behind address translation find each other.
/// Nothing else: it relays nothing and remembers nobody.
/// </summary>
public static class BindingResponder
{
    /// <summary>No answer is longer.</summary>
    public const int LongestAnswer = 128;

    /// <summary>Longer requests than that are nobody's.</summary>
    public const int LongestRequest = 548;

    private const int UnknownAttribute = 420;
    private const int MostUnknown = 8;

    /// <summary>Answers a Binding request. Everything else is met with silence: an answer would help nobody but who sends from a forged address.</summary>
    /// <param name="datagram">What came.</param>
    /// <param name="address">Whom it came from.</param>
    /// <param name="port">The port there.</param>
    /// <param name="answer">At least <see cref="LongestAnswer"/> bytes.</param>
    /// <returns>How long the answer is; 0 for none.</returns>
    public static int Answer(ReadOnlySpan<byte> datagram, IPAddress address, int port, Span<byte> answer)
    {
        if (datagram.Length > LongestRequest
            || !StunMessage.TryRead(datagram, out var request)
            || request is not { Class: StunClass.Request, Method: StunMethod.Binding })
        {
            return 0;
        }

        Span<ushort> unknown = stackalloc ushort[MostUnknown];
        unknown = unknown[..FindUnknown(request, unknown)];
        return unknown.IsEmpty ? Succeed(request, address, port, answer) : Refuse(request, unknown, answer);
    }

    /// <summary>What has to be understood and is not. Behind a proof of a password only another proof counts (section 14.5).</summary>
    private static int FindUnknown(StunMessage request, Span<ushort> unknown)
    {
        var count = 0;
        foreach (var attribute in request.Attributes)
        {
            if (attribute.Type is StunAttributeType.MessageIntegrity or StunAttributeType.MessageIntegritySha256)
            {
                break;
            }

            if (attribute.IsRequired && !IsKnown(attribute.Type) && count < unknown.Length)
            {
                unknown[count++] = (ushort)attribute.Type;
            }
        }

        return count;
    }

    /// <summary>Those of RFC 8489 itself. Who comes with a password is answered as everybody else: there is nothing to prove here.</summary>
    private static bool IsKnown(StunAttributeType type) => type
        is StunAttributeType.MappedAddress or StunAttributeType.Username or StunAttributeType.ErrorCode or StunAttributeType.UnknownAttributes
        or StunAttributeType.Realm or StunAttributeType.Nonce or StunAttributeType.PasswordAlgorithm or StunAttributeType.UserHash or StunAttributeType.XorMappedAddress;

    private static int Succeed(StunMessage request, IPAddress address, int port, Span<byte> answer)
    {
        var writer = new StunWriter(answer, StunClass.Success, StunMethod.Binding, request.TransactionId);
        writer.AddAddress(StunAttributeType.XorMappedAddress, address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address, port);
        return Finish(request, writer);
    }

    private static int Refuse(StunMessage request, ReadOnlySpan<ushort> unknown, Span<byte> answer)
    {
        var writer = new StunWriter(answer, StunClass.Error, StunMethod.Binding, request.TransactionId);
        writer.AddError(UnknownAttribute, "Unknown Attribute"u8);
        writer.AddUnknown(unknown);
        return Finish(request, writer);
    }

    private static int Finish(StunMessage request, StunWriter writer)
    {
        if (request.TryFind(StunAttributeType.Fingerprint, out _))
        {
            writer.AddFingerprint();
        }

        return writer.Length;
    }
}
